import { createApp } from './create-app.js';
import { ConfigError, readConfig } from './platform/config/env.js';
import { setupLink, setupSentence } from './identity/setup-link.js';
import { clinicsIn } from './demo/demo-presence.js';
import { requireErasures } from './erasure/replay.js';
import { LedgerError } from './erasure/erasure-ledger.js';
import { startServing } from './serve.js';

try {
  const config = readConfig();
  // Demo sign-ins are written down in a file; they must not open anything that is meant to be safe.
  if (config.mode === 'production' && (await clinicsIn(config.databaseUrl)).demo) {
    throw new ConfigError(
      'This database holds the demo clinic. Start production with a database that never held it.',
    );
  }
  await requireErasures(config);
  const app = await createApp(config);
  await startServing(app, config);
  // Once the doors are open: the link is printed a single time and must not be lost to a start that failed.
  const link =
    config.mode === 'production'
      ? await setupLink(config.databaseDirectUrl, config.portalUrl, 'first')
      : null;
  if (link !== null) process.stdout.write(setupSentence(link));
} catch (error) {
  process.stderr.write(
    error instanceof ConfigError || error instanceof LedgerError
      ? `${error.message}\n`
      : `Trellis could not start: ${String(error)}\n`,
  );
  process.exitCode = 1;
}
