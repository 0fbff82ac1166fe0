import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSources, pools } from '../database/data-sources.js';

/** An answered request, without anything that names whom it was about. */
export interface AnsweredRequest {
  readonly door: string;
  readonly method: string;
  /** The route's pattern, never its address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Up to which seconds an answer is counted: below a tenth most of them, above ten a proxy has given up. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_SECONDS = [0.05, 0.25, 1, 5, 30, 120, 600];

/** What this process counts. Labels are kinds, patterns and states: no id, no name, no clinic. */
@Injectable()
export class Meters {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'trellis_http_request_seconds',
    help: 'Time until an answer was sent, by door, method, pattern of the route, and class of the status.',
    labelNames: ['door', 'method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'trellis_job_seconds',
    help: 'Time that one try of a job took, by kind and by how it ended.',
    labelNames: ['kind', 'outcome'],
    buckets: JOB_SECONDS,
    registers: [this.registry],
  });
  constructor(sources: DataSources) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'trellis_database_connections',
      help: 'Connections of this process to the database, by pool and state; waiting counts who waits for one.',
      labelNames: ['pool', 'state'],
      registers: [this.registry],
      collect() {
        for (const pool of pools) {
          for (const [state, count] of Object.entries<number>({ ...sources.connectionsOf(pool) }))
            this.set({ pool, state }, count);
        }
      },
    });
  }

  answered({ door, method, route, status, seconds }: AnsweredRequest): void {
    this.requests.observe({ door, method, route, status: `${String(Math.floor(status / 100))}xx` }, seconds);
  }

  /** One try of a job that took `seconds`. */
  tried(kind: string, outcome: string, seconds: number): void {
    this.jobs.observe({ kind, outcome }, seconds);
  }

  /** Everything counted so far, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
