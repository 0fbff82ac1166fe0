import { Global, Module } from '@nestjs/common';
import { Meters } from './meters.js';
import { MetricsServer } from './metrics-server.js';
import { RequestMeter } from './request-meter.js';

/** Numbers for Prometheus, in API and worker. */
@Global()
@Module({ providers: [Meters, MetricsServer, RequestMeter], exports: [Meters, MetricsServer] })
export class MetricsModule {}
