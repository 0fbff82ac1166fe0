import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyOf } from './glob.mjs';
import { importZones } from './import-zones.mjs';
import { privateOfShared, rooms } from './rooms.mjs';
import { syntaxZones } from './syntax-zones.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Path of the linted file from the root, with forward slashes. */
function pathOf(context) {
  return relative(ROOT, context.filename).split(sep).join('/');
}

/** Where an import points: a path from the root without ending, or the package name as written. */
function targetOf(file, specifier) {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(file), specifier).replace(/\.(js|ts|mjs|json)$/, '');
}

function prepare(zone) {
  return {
    ...zone,
    holds: anyOf(zone.files),
    spares: anyOf(zone.except ?? []),
    bans: anyOf((zone.ban ?? []).filter((pattern) => !pattern.includes('#'))),
    bansName: anyOf((zone.ban ?? []).filter((pattern) => pattern.includes('#'))),
    allows: anyOf(zone.allow ?? []),
  };
}

const preparedImports = importZones.map(prepare);
const preparedSyntax = syntaxZones.map(prepare);
const zonesFor = (zones, file) => zones.filter((zone) => zone.holds(file) && !zone.spares(file));

/** Names an import takes, as `package#Name`, so that a zone can ban one name of a package. */
function namesOf(node, target) {
  return (node.specifiers ?? [])
    .filter((specifier) => specifier.type === 'ImportSpecifier')
    .map((specifier) => `${target}#${specifier.imported.name ?? specifier.imported.value}`);
}

function isTypeOnly(node) {
  if (node.type === 'TSImportType') return true;
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type');
}

function zoneBreaks(zones, node, target) {
  return zones.filter((zone) => {
    if (zone.types && isTypeOnly(node)) return false;
    return (zone.bans(target) && !zone.allows(target)) || namesOf(node, target).some(zone.bansName);
  });
}

/** The room a path lies in, or '' for the files beside the rooms (entry points, route tables). */
function roomIn(root, path) {
  const parts = path.slice(root.length + 1).split('/');
  return parts.length > 1 ? parts[0] : '';
}

function mayEnter(house, from, to, file, target) {
  const name = posix.basename(target);
  if (house.shared.includes(to)) return !anyOf(privateOfShared)(name);
  const listed = house.pairs[from] ?? [];
  if (!listed.includes(to) && !listed.includes('*')) return false;
  if (name.endsWith('.module') && !file.endsWith('.module.ts')) return false;
  return anyOf(house.doors)(name);
}

function roomBreaks(file, target) {
  if (/\.(spec|int-spec)\.ts$/.test(file)) return [];
  return rooms.filter((house) => {
    if (!file.startsWith(`${house.root}/`) || !target.startsWith(`${house.root}/`)) return false;
    const [from, to] = [roomIn(house.root, file), roomIn(house.root, target)];
    if (from === '' || from === to) return false;
    return to === '' || !mayEnter(house, from, to, file, target);
  });
}

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = pathOf(context);
    const zones = zonesFor(preparedImports, file);
    const check = (node) => {
      const specifier = node.source?.value ?? node.argument?.literal?.value;
      if (typeof specifier !== 'string') return;
      const target = targetOf(file, specifier);
      for (const { id, message } of [...zoneBreaks(zones, node, target), ...roomBreaks(file, target)])
        context.report({ node, message: `[${id}] ${message}` });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const syntax = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const visitors = {};
    for (const { id, message, selectors } of zonesFor(preparedSyntax, pathOf(context))) {
      for (const selector of selectors) {
        const earlier = visitors[selector];
        visitors[selector] = (node) => {
          earlier?.(node);
          context.report({ loc: node.loc ?? { line: 1, column: 0 }, message: `[${id}] ${message}` });
        };
      }
    }
    return visitors;
  },
};

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_NAME = /(^|[-.])(utils?|helpers?|common|misc)\.[a-z]+$/;
const EMPTY_FOLDER = /(^|\/)(utils?|helpers?|common|interfaces|types)\//;

const fileName = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (context.filename !== context.physicalFilename) return {}; // an inline template has no file of its own
    const file = pathOf(context);
    const report = (node, text) => context.report({ node, message: text });
    return {
      Program(node) {
        const name = posix.basename(file);
        if (!NAME.test(name)) report(node, '[file-name] File names are kebab-case.');
        if (EMPTY_NAME.test(name) || EMPTY_FOLDER.test(file))
          report(
            node,
            '[empty-name] Name the file for what it does: no utils, helpers, common, interfaces, types.',
          );
        if (/^apps\/.*\/index\.ts$/.test(file))
          report(node, '[no-barrel] No barrel inside an app: import the file itself.');
      },
    };
  },
};

export default {
  meta: { name: 'zones', version: '1.0.0' },
  rules: { imports, syntax, 'file-name': fileName },
};
