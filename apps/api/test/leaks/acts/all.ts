import type { Act } from '../walk.js';
import { exports, openDisclosure } from './around.js';
import { changeConsent, disableStaff, transfer } from './change-people.js';
import {
  askQuestion,
  commentDocument,
  readDisclosure,
  stopDisclosure,
  tellSlip,
  turnLetter,
  writeSection,
} from './disclosure.js';
import { endEmergency, openEmergency } from './emergency.js';
import { agreeToErasure, askForErasure, carryErasureOut } from './erasure.js';
import { handSideOver } from './hand-over.js';
import { lookThroughAudit, search } from './lists.js';
import { writeNote } from './notes.js';
import { assignAcross, takePlaceAway } from './other-side.js';
import { pry, pryByWriting } from './pry.js';
import { readOwn, readWords } from './read-own.js';
import { giveAway, separate, takeBack } from './release.js';
import { bookSession, remind, wantReminders } from './reminders.js';
import { replay, staleCookie } from './replay.js';
import { giveHomework, review, setAside, submit, writeDraft } from './write.js';

/** Every act of the random steps. */
export const acts: readonly Act[] = [
  ...[readOwn, readWords, pry, pryByWriting, search, lookThroughAudit, replay, staleCookie],
  ...[giveHomework, writeDraft, submit, review, setAside],
  ...[changeConsent, disableStaff, transfer, exports, openDisclosure],
  ...[assignAcross, takePlaceAway, handSideOver],
  ...[askForErasure, agreeToErasure, carryErasureOut],
  ...[readDisclosure, writeSection, commentDocument, askQuestion, turnLetter, tellSlip, stopDisclosure],
  ...[openEmergency, endEmergency, writeNote, giveAway, takeBack, separate],
  ...[bookSession, wantReminders, remind],
];
