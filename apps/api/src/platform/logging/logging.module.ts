import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { LoggerOptions } from 'pino';
import type { Config } from '../config/env.js';
import { contextIfAny } from '../context/request-context.js';
import { allowedFields, sentenceOf } from './allowed-fields.js';
import { RequestLog } from './request-log.js';

/** Options of the one logger: everything passes the list of allowed fields. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    formatters: { log: allowedFields },
    hooks: {
      logMethod(values, method) {
        const [first, ...rest] = values;
        // Pino's own types want at least one value; a call without any has nothing to say.
        const [object, ...others] = sentenceOf(first, rest);
        method.apply(this, [object, ...others] as Parameters<typeof method>);
      },
    },
    mixin: () => {
      const context = contextIfAny();
      return context === null ? {} : { correlationId: context.correlationId };
    },
  };
}

/** Logging for API and worker. */
@Module({})
export class LoggingModule {
  static with(config: Config): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: { ...logOptions(config.logLevel), autoLogging: false, quietReqLogger: true },
        }),
      ],
      providers: [RequestLog],
    };
  }
}
