import { setupLink, setupSentence } from './identity/setup-link.js';
import { ConfigError, readConfig } from './platform/config/env.js';

/** Prints a new set-up link and ends the one before it. Exit codes: 0 printed, 2 wrong settings, 1 anything else. */
try {
  const config = readConfig();
  const link = await setupLink(config.databaseDirectUrl, config.portalUrl, 'again');
  if (link === null) throw new ConfigError('This server has a clinic already. Its owner invites the staff.');
  process.stdout.write(setupSentence(link));
} catch (error) {
  process.stderr.write(
    error instanceof ConfigError ? `${error.message}\n` : `No set-up link could be made: ${String(error)}\n`,
  );
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
