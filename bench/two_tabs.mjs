// Puppeteer with axe in two tabs, as one writes it with care: axe in every frame, one browser, tabs reused.
// node two_tabs.mjs ADDRESSES OUT CHROMIUM AXE
import { readFileSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const [addresses, out, executablePath, axe] = process.argv.slice(2);
const left = JSON.parse(readFileSync(addresses, 'utf8'));
const source = readFileSync(axe, 'utf8') + ";axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });";
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const pages = {};

async function work() {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  for (let url = left.shift(); url; url = left.shift()) {
    await tab.goto(url, { waitUntil: 'load', timeout: 30000 });
    await Promise.all(tab.frames().map((frame) => frame.evaluate(source)));
    const results = await tab.evaluate(() => axe.run());
    pages[url] = ['violations', 'incomplete'].flatMap((kind) =>
      results[kind].flatMap((rule) => rule.nodes.map((node) => ({ rule: rule.id, html: node.html }))));
  }
}

await Promise.all([work(), work()]);
await browser.close();
writeFileSync(out, JSON.stringify({ pages }));
