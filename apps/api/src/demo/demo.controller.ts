import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { DemoSignInView, MoveDemoTimeRequest, paths } from '@trellis/contracts';
import { Public } from '../access/declare-access.js';
import { DemoService } from './demo.service.js';

/** Exists only while the demo clinic is served; in production the path is unknown. */
@Controller(paths.clinic.demo)
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Public()
  @Get()
  signIns(): DemoSignInView {
    return this.demo.signIns();
  }

  @Public()
  @Post('time')
  @HttpCode(200)
  moveTime(@Body() request: MoveDemoTimeRequest): DemoSignInView {
    return this.demo.moveTime(request.days);
  }
}
