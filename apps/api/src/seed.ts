import { createApp } from './create-app.js';
import { DemoClinic } from './demo/demo-clinic.js';
import { clearDemoClinic, clinicsIn } from './demo/demo-presence.js';
import { readSignIns, writeSignIns, type DemoSignIns } from './demo/demo-sign-ins.js';
import { demoView } from './demo/demo-view.js';
import { Clock } from './platform/clock.js';
import { ConfigError, readConfig, type Config } from './platform/config/env.js';

/** The sign-ins of the demo clinic, which is made first where it is missing or was cut off half-way. */
async function demoSignIns(config: Config): Promise<DemoSignIns> {
  if (config.mode !== 'demo') throw new ConfigError('The demo clinic is only made with TRELLIS_MODE=demo.');
  const found = await clinicsIn(config.databaseUrl);
  if (found.real)
    throw new ConfigError('This database holds a real clinic; the demo needs a database of its own.');
  const kept = readSignIns(config.dataDir);
  if (found.demo && kept !== null) return kept;
  await clearDemoClinic(config.databaseUrl);
  const app = await createApp(config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const signIns = await app.get(DemoClinic).tell(app, app.get(Clock).now());
  await app.close();
  writeSignIns(config.dataDir, signIns);
  return signIns;
}

try {
  const config = readConfig();
  const signIns = await demoSignIns(config);
  process.stdout.write(`${JSON.stringify(demoView(signIns, config.homeworkUrl, new Clock().now()))}\n`);
} catch (error) {
  process.stderr.write(
    error instanceof ConfigError
      ? `${error.message}\n`
      : `The demo clinic could not be made: ${String(error)}\n`,
  );
  process.exitCode = 1;
}
