import { ReturningStaff } from './returning-staff.js';
import { WayBackController } from './way-back.controller.js';
import { WayBackDoorController } from './way-back-door.controller.js';
import { WayBackDoorRepository } from './way-back-door.repository.js';
import { WayBackDoorService } from './way-back-door.service.js';
import { WayBackLink } from './way-back-link.js';
import { WayBackRecords } from './way-back-records.js';
import { WayBackRepository } from './way-back.repository.js';
import { WayBackService } from './way-back.service.js';
import { WayBackStrategy } from './way-back.strategy.js';
import { WayBackUse } from './way-back-use.js';

/** What the staff module takes from this folder. */
export const wayBackControllers = [WayBackController, WayBackDoorController];
export const wayBackParts = [
  ...[WayBackRepository, WayBackDoorRepository, WayBackLink, WayBackRecords, WayBackService],
  ...[WayBackStrategy, ReturningStaff, WayBackUse, WayBackDoorService],
];
