import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';
import { loadConfig } from './platform/config/env.js';
import { httpAdapter } from './platform/http/http-bootstrap.js';

/** Settings of nobody: the document is made from the classes alone, without a database. */
const config = loadConfig({
  TRELLIS_MODE: 'test',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  TRELLIS_DATA_DIR: '.',
  TRELLIS_MASTER_KEY_FILE: 'none',
});

const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config), httpAdapter(config), {
  preview: true,
  logger: ['error'],
  abortOnError: false,
});
app.setGlobalPrefix('api', { exclude: ['livez', 'readyz'] });
const about = new DocumentBuilder()
  .setTitle('Trellis')
  .setDescription('Routes of both doors')
  .setVersion('0')
  .build();
const document = SwaggerModule.createDocument(app, about);
writeFileSync(process.argv[2] ?? 'dist/openapi.json', `${JSON.stringify(document, null, 2)}\n`);
process.stdout.write(`${String(Object.keys(document.paths).length)} paths described\n`);
