/** A number that a clinic may change within a range, both ends included. Equal ends: nobody may change it. */
export type Setting<Unit extends string = string> = Readonly<{
  key: string;
  standard: number;
  from: number;
  to: number;
  unit: Unit;
}>;

export type SettingTable<Name extends string = string> = Readonly<Record<Name, Setting>>;
/** A value for each setting of a table. */
export type ValuesOf<Table extends SettingTable> = Readonly<Record<keyof Table, number>>;

/** Writes the settings of one area: their keys begin with its name, as in 'homework.step_rounds'. */
export function settingsUnder(area: string) {
  return <Unit extends string>(
    name: string,
    standard: number,
    from: number,
    to: number,
    unit: Unit,
  ): Setting<Unit> => ({ key: `${area}.${name}`, standard, from, to, unit });
}

/**
 * The standard values of a table, with a clinic's own laid over them. Throws RangeError, naming key and range, for a
 * value outside the range or with more than `decimals` places; by default only whole numbers are taken.
 */
export function valuesWithin<Table extends SettingTable>(
  table: Table,
  own: Readonly<Partial<Record<keyof Table, number>>>,
  decimals: (unit: string) => number = () => 0,
): ValuesOf<Table> {
  const entries = Object.entries(table).map(([name, { key, standard, from, to, unit }]) => {
    const value = own[name] ?? standard;
    const scale = 10 ** decimals(unit);
    if (Math.round(value * scale) / scale !== value || value < from || value > to)
      throw new RangeError(`${key} is ${from} to ${to}`);
    return [name, value];
  });
  return Object.fromEntries(entries) as ValuesOf<Table>;
}
