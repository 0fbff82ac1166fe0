import { Controller, Get } from '@nestjs/common';
import { paths } from '@trellis/contracts';
import type { RaisedListView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { RaisedService } from './raised.service.js';

/** What was raised and waits for the asking therapist. */
@Controller(paths.clinic.raised)
export class RaisedController {
  constructor(private readonly raised: RaisedService) {}

  @Allow('disclosure.record')
  @Get()
  list(): Promise<RaisedListView> {
    return this.raised.list();
  }
}
