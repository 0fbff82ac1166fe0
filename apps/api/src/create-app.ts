import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { requireDeclaredAccess } from './access/declared-routes.js';
import { ApiModule } from './api.module.js';
import type { Config } from './platform/config/env.js';
import { httpAdapter, prepareHttp } from './platform/http/http-bootstrap.js';
import { StorableInput } from './platform/http/storable-input.js';
import { strictValidation } from './platform/http/validation.js';

/** Builds the HTTP server, ready to listen. @throws Error when a handler declares nobody who may call it. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config), httpAdapter(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: ['livez', 'readyz'] });
  app.useGlobalPipes(new StorableInput(), strictValidation());
  await prepareHttp(app, config);
  requireDeclaredAccess(app);
  return app;
}
