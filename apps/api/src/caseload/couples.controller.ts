import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AddCoupleRequest, paths, type ColleagueView, type CoupleView } from '@trellis/contracts';
import { Allow } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { CouplesService } from './couples.service.js';

@Controller(paths.clinic.couples)
export class CouplesController {
  constructor(private readonly couples: CouplesService) {}

  @Allow('couples.create')
  @Idempotent()
  @Post()
  add(@Body() request: AddCoupleRequest): Promise<CoupleView> {
    return this.couples.add(request);
  }

  @Allow('couples.create')
  @Get('colleagues')
  colleagues(): Promise<ColleagueView[]> {
    return this.couples.colleagues();
  }

  @Allow('couples.read')
  @Get(':coupleId')
  one(@Param('coupleId') coupleId: string): Promise<CoupleView> {
    return this.couples.one(coupleId);
  }
}
