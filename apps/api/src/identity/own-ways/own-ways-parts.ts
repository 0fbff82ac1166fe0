import { OwnPassphraseService } from './own-passphrase.service.js';
import { OwnWaysController } from './own-ways.controller.js';
import { OwnWaysRepository } from './own-ways.repository.js';
import { OwnWaysService } from './own-ways.service.js';

/** What the identity module takes from this folder. */
export const ownWaysControllers = [OwnWaysController];
export const ownWaysParts = [OwnWaysRepository, OwnWaysService, OwnPassphraseService];
