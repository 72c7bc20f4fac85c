"""The margin of a coverage: between which shares the true one lies, given how often the checks are wrong."""

from __future__ import annotations

from math import sqrt

from model.reliability import Agreement, Z
from model.verdict import Interval


def margin(
    *, met: int, failed: int, agreement: Agreement, unknown: int = 0, perhaps_outside: int = 0
) -> Interval | None:
    """The interval of 95% around the share that meets a norm or has an element.

    ``met`` and ``failed`` are what the checks concluded; ``agreement`` is how often people agreed with such a conclusion. What
    is ``unknown`` fails at the lower end and passes at the upper end; ``perhaps_outside`` (norm 8) fails at the lower end and
    is not counted at the upper end. None where nothing can be said: nothing concluded, no labelled pages of one of the two
    kinds, or checks that do not tell met from not met.
    """
    doubted = failed + perhaps_outside
    lowest = true_share(met, met + doubted, agreement)
    highest = true_share(met, met + failed, agreement)
    if lowest is None or highest is None:
        return None
    n = met + doubted + unknown
    return Interval(
        low=lowest[0] * (met + doubted) / n,
        high=(highest[2] * (met + failed) + unknown) / (n - perhaps_outside),
        estimate=highest[1],
        pages=agreement.pages,
    )


def true_share(positive: int, tested: int, agreement: Agreement) -> tuple[float, float, float] | None:
    """Lower end, estimate and upper end of the true share, where ``positive`` of ``tested`` were called met.

    The estimate is Rogan and Gladen's (American Journal of Epidemiology 107, 1978): (p + specificity - 1) / (sensitivity +
    specificity - 1), cut to 0..1. The interval is Lang and Reiczigel's (Preventive Veterinary Medicine 113, 2014), which lets
    the uncertainty of p, of the sensitivity and of the specificity weigh each. It takes the tested for a sample; for a
    catalog that was tested whole it is a little too wide, never too narrow.
    """
    if not tested or not agreement.met or not agreement.not_met:
        return None
    youden = agreement.both / agreement.met + agreement.neither / agreement.not_met - 1
    if youden <= 0:
        return None
    estimate = (positive / tested + agreement.neither / agreement.not_met - 1) / youden
    n, squared = tested + Z * Z, Z * Z
    share = (positive + squared / 2) / n
    sensitivity, of_met = (agreement.both + 1) / (agreement.met + 2), agreement.met + 2
    specificity, of_not_met = (agreement.neither + 1) / (agreement.not_met + 2), agreement.not_met + 2
    power = sensitivity + specificity - 1
    if power <= 0:
        return None
    middle = (share + specificity - 1) / power
    from_sensitivity = sensitivity * (1 - sensitivity) / of_met
    from_specificity = specificity * (1 - specificity) / of_not_met
    shift = 2 * squared * (middle * from_sensitivity - (1 - middle) * from_specificity)
    spread = share * (1 - share) / n + middle**2 * from_sensitivity + (1 - middle) ** 2 * from_specificity
    half = Z * sqrt(spread) / power
    estimate = _share(estimate)
    return (
        min(estimate, _share(middle + shift - half)),
        estimate,
        max(estimate, _share(middle + shift + half)),
    )


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
