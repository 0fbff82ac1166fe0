import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { OpenedWayBackView, paths } from '@trellis/contracts';
import { Allow, StepUp } from '../../access/declare-access.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { WayBackService } from './way-back.service.js';

/** Ways back into accounts, as owner and administrators open them. */
@Controller(paths.clinic.staff)
export class WayBackController {
  constructor(private readonly ways: WayBackService) {}

  @Allow('staff.manage')
  @StepUp()
  @Idempotent()
  @Post(':staffId/way-back')
  ask(@Param('staffId', ParseUUIDPipe) staffId: string): Promise<OpenedWayBackView> {
    return this.ways.ask(staffId);
  }

  @Allow('staff.manage')
  @StepUp()
  @Idempotent()
  @Post('ways-back/:wayBackId/agreement')
  @HttpCode(200)
  agree(@Param('wayBackId', ParseUUIDPipe) wayBackId: string): Promise<OpenedWayBackView> {
    return this.ways.agree(wayBackId);
  }

  @Allow('staff.manage')
  @Delete('ways-back/:wayBackId')
  @HttpCode(204)
  takeBack(@Param('wayBackId', ParseUUIDPipe) wayBackId: string): Promise<void> {
    return this.ways.takeBack(wayBackId);
  }
}
