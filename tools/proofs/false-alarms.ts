import { registerHooks } from 'node:module';

// How often each off-track rule speaks although nothing changes, beside the number that was published for it.
// false-alarms.ts [couples] [seed] [--grid]: exit code 1 when a row is more than two points away.

const TOLERANCE = 2;

// The domain names its files with '.js'; Node reads the sources beside which no such file lies.
registerHooks({
  resolve: (specifier, context, next) => {
    const source = specifier.startsWith('.') && context.parentURL?.includes('/libs/domain/src/');
    return next(source ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
const from = '../../libs/domain/src/alerts/simulation';
const [{ falseAlarmRates }, { publishedRates }, { seededRandom }, { rateGrid }] = await Promise.all([
  import(`${from}/false-alarms.ts`) as Promise<
    typeof import('../../libs/domain/src/alerts/simulation/false-alarms.ts')
  >,
  import(`${from}/published-rates.ts`) as Promise<
    typeof import('../../libs/domain/src/alerts/simulation/published-rates.ts')
  >,
  import(`${from}/random.ts`) as Promise<typeof import('../../libs/domain/src/alerts/simulation/random.ts')>,
  import(`${from}/rate-grid.ts`) as Promise<
    typeof import('../../libs/domain/src/alerts/simulation/rate-grid.ts')
  >,
]);

const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const [couples = 20_000, seed = 20_250_106] = numbers.map(Number);
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints each published row; @returns true when all lie within the tolerance */
function showPublished(): boolean {
  const rates = falseAlarmRates(
    publishedRates.map(({ rule }) => rule),
    couples,
    seededRandom(seed),
  );
  write(`Couples with at least one false alarm in 24 weeks; ${couples} couples, seed ${seed}\n`);
  write('| Rule | Published | Simulated | |\n|---|---|---|---|');
  const near = publishedRates.map(({ name, published, chosen }, at) => {
    const rate = rates[at] ?? Number.NaN;
    const within = Math.abs(rate - published) <= TOLERANCE;
    const remark = `${chosen ? 'chosen ' : ''}${within ? '' : 'TOO FAR'}`;
    write(`| ${name} | ${published} % | ${rate.toFixed(1)} % | ${remark} |`);
    return within;
  });
  return near.every(Boolean);
}

/** Prints the rows of the table of rates, ready to be compared with false-alarm-rates.ts. */
function showGrid(): void {
  const rates = falseAlarmRates(
    rateGrid.map(({ test }) => test),
    couples,
    seededRandom(seed),
  );
  rateGrid.forEach(({ rule, a, b }, at) =>
    write(`['${rule}', ${a}, ${b}, ${Math.round(10 * (rates[at] ?? Number.NaN)) / 10}],`),
  );
}

if (process.argv.includes('--grid')) showGrid();
else process.exitCode = showPublished() ? 0 : 1;
