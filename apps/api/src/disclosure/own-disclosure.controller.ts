import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { paths, type OwnDisclosureView } from '@trellis/contracts';
import { ForInvited } from '../access/declare-access.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { OwnDisclosureService } from './own-disclosure.service.js';

/** A person's own part in the disclosure. Each act is theirs alone and needs no reason. */
@Controller(paths.home.disclosure)
export class OwnDisclosureController {
  constructor(private readonly disclosure: OwnDisclosureService) {}

  @ForInvited()
  @Get()
  one(): Promise<OwnDisclosureView> {
    return this.disclosure.one();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('decline')
  decline(): Promise<OwnDisclosureView> {
    return this.disclosure.end();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('stop')
  stop(): Promise<OwnDisclosureView> {
    return this.disclosure.end();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('pause')
  pause(): Promise<OwnDisclosureView> {
    return this.disclosure.pause();
  }

  @ForInvited()
  @Idempotent()
  @HttpCode(200)
  @Post('no-go')
  noGo(): Promise<OwnDisclosureView> {
    return this.disclosure.noGo();
  }
}
