/**
 * Calls a second of CPU time, of each contender. Rounds are interleaved, so that the moods of the machine hit all alike.
 * @param {Record<string, () => unknown>} contenders
 * @returns {Record<string, number[]>} the rates of each contender, round by round
 */
export function measure(contenders, { rounds = 21, sliceMs = 40, warmUpRounds = 4 } = {}) {
  const names = Object.keys(contenders);
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const name of names) {
      const rate = callsPerSecond(contenders[name], sliceMs);
      if (round >= 0) rates[name].push(rate);
    }
  }
  return rates;
}

/** The same for calls that give promises; one is awaited before the next is made. */
export async function measureAsync(contenders, { rounds = 21, sliceMs = 40, warmUpRounds = 4 } = {}) {
  const names = Object.keys(contenders);
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const name of names) {
      const rate = await awaitedCallsPerSecond(contenders[name], sliceMs);
      if (round >= 0) rates[name].push(rate);
    }
  }
  return rates;
}

/**
 * The same for calls that take long, by the clock: engines that work in other threads as well would seem slower than they
 * are by CPU time. One call of each contender a round, after one round that does not count.
 */
export async function measureRounds(contenders, { rounds }) {
  const rates = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, call] of Object.entries(contenders)) {
      const start = performance.now();
      sink = await call();
      if (round >= 0) rates[name].push(1000 / (performance.now() - start));
    }
  }
  return rates;
}

/** The median over the rounds of one rate over another of the same round. */
export const ratioOf = (rates, name, other) =>
  median(rates[name].map((rate, round) => rate / rates[other][round]));

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

let sink;

/** What the last call gave: keeps the engine from leaving calls out. */
export const lastResult = () => sink;

function callsPerSecond(call, sliceMs) {
  const batch = 200;
  const start = process.cpuUsage();
  let calls = 0;
  let elapsed = 0;
  do {
    for (let at = 0; at < batch; at++) sink = call();
    calls += batch;
    const { user, system } = process.cpuUsage(start);
    elapsed = (user + system) / 1000;
  } while (elapsed < sliceMs);
  return (calls / elapsed) * 1000;
}

async function awaitedCallsPerSecond(call, sliceMs) {
  const batch = 20;
  const start = process.cpuUsage();
  let calls = 0;
  let elapsed = 0;
  do {
    for (let at = 0; at < batch; at++) sink = await call();
    calls += batch;
    const { user, system } = process.cpuUsage(start);
    elapsed = (user + system) / 1000;
  } while (elapsed < sliceMs);
  return (calls / elapsed) * 1000;
}
