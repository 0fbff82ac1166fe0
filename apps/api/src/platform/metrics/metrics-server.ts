import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/env.js';
import { Meters } from './meters.js';

/** A door of its own for whoever watches the machine: never one that people or the proxy reach. */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly meters: Meters,
  ) {}

  /** Listens where TRELLIS_METRICS says; does nothing without it. @returns the port, null when there is none */
  async start(): Promise<number | null> {
    const { metrics } = this.config;
    if (metrics === null) return null;
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      this.meters.text().then(
        (text) => response.writeHead(200, { 'content-type': this.meters.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(metrics.port, metrics.host, resolve);
    });
    return (server.address() as AddressInfo).port;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
