// Exact decimals: a score is text from the tap to the desk, and a total is a fraction of integers. No binary floats.

const PATTERN = /^([0-9]{1,20})(?:\.([0-9]{1,20}))?$/;
const ZERO = BigInt(0);
const TWO = BigInt(2);
const TEN = BigInt(10);

function power(places) {
  let value = BigInt(1);
  for (let i = 0; i < places; i += 1) value *= TEN;
  return value;
}

function magnitude(value) {
  return value < ZERO ? -value : value;
}

/** `digits[.digits]` as {units, places} (18.5 is 185 of 1 place), or null. */
export function parse(text) {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const places = match[2] || "";
  return { units: BigInt(match[1] + places), places: places.length };
}

/** Several decimals as integers of one common smallest unit. */
function aligned(decimals) {
  const places = Math.max(...decimals.map((decimal) => decimal.places));
  return { places, units: decimals.map((decimal) => decimal.units * power(places - decimal.places)) };
}

/** Integer units of `places` decimals as people write them: 1850 of 2 is "18.5". */
function written(units, places) {
  const digits = String(magnitude(units)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/, "");
  return (units < ZERO ? "-" : "") + whole + (rest ? "." + rest : "");
}

/** What a finger or an input method leaves in a field, as plain digits with at most one point. */
export function cleaned(text) {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。，,·]/g, ".")
    .replace(/[^0-9.]/g, "");
  const point = plain.indexOf(".");
  if (point < 0) return plain.slice(0, 20);
  return plain.slice(0, point + 1) + plain.slice(point + 1).replace(/\./g, "").slice(0, 20);
}

/** A finished entry as it will be sent: ".5" is "0.5", "18." is "18", "018.50" is "18.5". */
export function finished(text) {
  if (!/[0-9]/.test(text)) return "";
  const decimal = parse((text.startsWith(".") ? "0" + text : text).replace(/\.$/, ""));
  return decimal ? written(decimal.units, decimal.places) : text;
}

/** Why this text is no score of the criterion: "blank", "number", "low", "high", "step"; null when it is one. */
export function fault(text, criterion) {
  if (text === "") return "blank";
  const decimal = parse(text);
  if (!decimal) return "number";
  const { units } = aligned([decimal, parse(criterion.min), parse(criterion.max), parse(criterion.step)]);
  const [score, min, max, step] = units;
  if (score < min) return "low";
  if (score > max) return "high";
  return (score - min) % step === ZERO ? null : "step";
}

/** Whether more digits could still make a score of what is typed: 18.2 may become 18.25, but 25 of 20 stays wrong. */
export function hopeless(text, criterion) {
  const why = fault(text, criterion);
  return why === "high" || (why === "step" && parse(text).places >= parse(criterion.step).places);
}

/** The next score above (+1) or below (-1) on the criterion's steps, kept inside its range. */
export function stepped(text, criterion, direction) {
  const decimal = parse(finished(text));
  if (!decimal) return direction > 0 ? finished(criterion.min) : finished(criterion.max);
  const { units, places } = aligned([decimal, parse(criterion.min), parse(criterion.max), parse(criterion.step)]);
  const [score, min, max, step] = units;
  const over = (score - min) % step;
  let next = direction > 0 ? score - over + step : score - (over === ZERO ? step : over);
  if (next < min || score < min) next = min;
  if (next > max) next = max;
  return written(next, places);
}

/** T = Σ weight · score / max over the scores that are given, as {top, bottom}. */
export function total(criteria, scores) {
  let top = ZERO;
  let bottom = BigInt(1);
  for (const criterion of criteria) {
    const score = parse(scores[criterion.key] || "");
    if (score) {
      const weight = parse(criterion.weight);
      const max = parse(criterion.max);
      const partTop = weight.units * score.units * power(max.places);
      const partBottom = max.units * power(weight.places + score.places);
      top = top * partBottom + partTop * bottom;
      bottom *= partBottom;
    }
  }
  return { top, bottom };
}

/** A total as text: exact where up to four decimals can say it, else "≈" and two decimals, rounded half up. */
export function totalText(fraction, leastPlaces) {
  for (let places = leastPlaces; places <= Math.max(4, leastPlaces); places += 1) {
    const scaled = fraction.top * power(places);
    if (scaled % fraction.bottom === ZERO) return fixed(scaled / fraction.bottom, places);
  }
  const places = Math.max(2, leastPlaces);
  const scaled = fraction.top * power(places);
  return "≈ " + fixed((TWO * scaled + fraction.bottom) / (TWO * fraction.bottom), places);
}

function fixed(units, places) {
  const digits = String(units).padStart(places + 1, "0");
  return places ? digits.slice(0, -places) + "." + digits.slice(-places) : digits;
}

/** How many decimals the steps of these criteria show. */
export function stepPlaces(criteria) {
  return Math.max(0, ...criteria.map((criterion) => (finished(criterion.step).split(".")[1] || "").length));
}

/** Whether a criterion's weight is its own maximum, so that its points simply add up. */
export function plainWeight(criterion) {
  const { units } = aligned([parse(criterion.max), parse(criterion.weight)]);
  return units[0] === units[1];
}
