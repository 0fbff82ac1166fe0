import { DeviceKeyController } from './device-key.controller.js';
import { DeviceKeyService } from './device-key.service.js';
import { StrongerWayController } from './stronger-way.controller.js';
import { StrongerWayService } from './stronger-way.service.js';
import { DeviceLinkCodes } from '../second-device/device-link-codes.js';
import { DeviceLinkController } from '../second-device/device-link.controller.js';
import { DeviceLinkRepository } from '../second-device/device-link.repository.js';
import { DeviceLinkService } from '../second-device/device-link.service.js';
import { BrowserMarks } from '../shared-device/browser-marks.js';
import { DeviceSignRepository } from '../shared-device/device-sign.repository.js';
import { HomeAttempts } from '../shared-device/home-attempts.service.js';
import { SharedDeviceController } from '../shared-device/shared-device.controller.js';
import { SharedDevices } from '../shared-device/shared-devices.service.js';

/** What the identity module takes of devices: shared ones, second ones, and those with a PIN alone. */
export const deviceControllers = [
  ...[SharedDeviceController, StrongerWayController, DeviceLinkController, DeviceKeyController],
];
export const deviceParts = [
  ...[DeviceSignRepository, BrowserMarks, SharedDevices, HomeAttempts, StrongerWayService],
  ...[DeviceLinkRepository, DeviceLinkCodes, DeviceLinkService, DeviceKeyService],
];
