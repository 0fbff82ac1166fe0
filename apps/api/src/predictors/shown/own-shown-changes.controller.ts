import { Controller, Get } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { OwnShownChangesView } from '@trellis/contracts';
import { ForInvited } from '../../access/declare-access.js';
import { OwnShownChangesService } from './own-shown-changes.service.js';

/** Changes in words, for the person they were shown to. */
@Controller(paths.home.shownChanges)
export class OwnShownChangesController {
  constructor(private readonly shown: OwnShownChangesService) {}

  @ForInvited()
  @Get()
  own(): Promise<OwnShownChangesView> {
    return this.shown.own();
  }
}
