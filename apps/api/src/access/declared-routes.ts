import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './declare-access.js';

export interface DeclaredRoute {
  readonly handler: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Path below the global prefix, with `:parameters`. */
  readonly path: string;
  readonly rule: AccessRule | undefined;
}

/** Every handler of every controller in the running application, with what it declares. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
}

function routesOf(controller: { readonly name: string; readonly prototype: unknown }): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function') return [];
    const metadata: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    if (metadata === undefined) return [];
    const method = methods.get(metadata);
    if (method === undefined)
      throw new Error(`${controller.name}.${name} answers a method that no rule is made for`);
    const path = String(Reflect.getMetadata(PATH_METADATA, handler) ?? '');
    const rule = Reflect.getMetadata(ACCESS_RULE, handler) as AccessRule | undefined;
    return [{ handler: `${controller.name}.${name}`, method, path: joined(prefix, path), rule }];
  });
}

const methods = new Map<unknown, DeclaredRoute['method']>([
  [RequestMethod.GET, 'get'],
  [RequestMethod.POST, 'post'],
  [RequestMethod.PUT, 'put'],
  [RequestMethod.PATCH, 'patch'],
  [RequestMethod.DELETE, 'delete'],
]);

function joined(prefix: string, path: string): string {
  return [prefix, path]
    .map((part) => part.replaceAll(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/');
}

/** Refuses to boot when a handler says nothing about who may call it, or answers every method at once. */
export function requireDeclaredAccess(app: INestApplication): void {
  const silent = declaredRoutes(app).filter((route) => route.rule === undefined);
  if (silent.length > 0) {
    throw new Error(
      `these handlers do not declare who may call them: ${silent.map((route) => route.handler).join(', ')}`,
    );
  }
}
