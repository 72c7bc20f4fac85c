/* Runs after IBM's accessibility-checker-engine, in our own world: its failures with the success criteria that it ties them to. */
globalThis.secondOpinion = async (limit) => {
  const checker = new ace.Checker();
  const guideline = checker.getGuidelines().find((one) => one.id === 'WCAG_2_1');
  const criteria = {};
  for (const { num, rules = [] } of guideline.checkpoints) {
    for (const { id, reasonCodes } of rules) (criteria[id] ??= []).push({ num, reasonCodes });
  }
  const { results } = await checker.check(document, [guideline.id]);
  const failed = results.filter(({ value: [level, outcome] }) => level === 'VIOLATION' && outcome === 'FAIL');
  return JSON.stringify(failed.slice(0, limit).map(({ ruleId, reasonId, snippet, path, message }) => ({
    id: ruleId, html: snippet.slice(0, 300), xpath: path.dom, message,
    criteria: [...new Set((criteria[ruleId] ?? [])
      .filter(({ reasonCodes }) => !reasonCodes || reasonCodes.includes(reasonId)).map(({ num }) => num))],
  })));
};
