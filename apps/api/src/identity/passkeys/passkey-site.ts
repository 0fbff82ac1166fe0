import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/env.js';
import type { Surface } from '../../platform/context/request-context.js';

/** Where a passkey is good for: the page's origin and the host it is bound to. */
export interface PasskeySite {
  readonly origin: string;
  readonly rpId: string;
  /** What the browser calls the place: nothing that tells what is done here. */
  readonly name: string;
}

/** The two places as configured. Never from the Host header, which the sender writes. */
@Injectable()
export class PasskeySites {
  private readonly sites: Readonly<Record<Surface, PasskeySite>>;

  constructor(@Inject(CONFIG) { portalUrl, homeworkUrl }: Config) {
    this.sites = { clinic: siteAt(portalUrl), home: siteAt(homeworkUrl) };
  }

  of(surface: Surface): PasskeySite {
    return this.sites[surface];
  }
}

function siteAt(address: string): PasskeySite {
  const { origin, hostname } = new URL(address);
  return { origin, rpId: hostname, name: 'Trellis' };
}
