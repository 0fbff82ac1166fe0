import { Controller, Delete, Get, Post } from '@nestjs/common';
import { OwnErasureView, paths } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnErasureService } from './own-erasure.service.js';

/** A person asks to be erased, and may take it back until it is done. */
@Controller(paths.home.erasure)
export class OwnErasureController {
  constructor(private readonly own: OwnErasureService) {}

  @ForInvited()
  @Get()
  view(): Promise<OwnErasureView> {
    return this.own.view();
  }

  @ForInvited()
  @Idempotent()
  @Post()
  ask(): Promise<OwnErasureView> {
    return this.own.ask();
  }

  @ForInvited()
  @Idempotent()
  @Delete()
  withdraw(): Promise<OwnErasureView> {
    return this.own.withdraw();
  }
}
