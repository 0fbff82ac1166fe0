import { createApp } from './create-app.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { clinicsIn } from './demo/demo-presence.js';
import { startServing } from './serve.js';

try {
  const config = readConfig();
  // Demo sign-ins are written down in a file; they must not open anything that is meant to be safe.
  if (config.mode === 'production' && (await clinicsIn(config.databaseUrl)).demo) {
    throw new ConfigError(
      'This database holds the demo clinic. Start production with a database that never held it.',
    );
  }
  await startServing(await createApp(config), config);
} catch (error) {
  process.stderr.write(
    error instanceof ConfigError ? `${error.message}\n` : `Trellis could not start: ${String(error)}\n`,
  );
  process.exitCode = 1;
}
