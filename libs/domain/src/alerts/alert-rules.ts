/** The nine off-track rules and, before them, the rule of safety. Order of display and of lists. */
export const alertRules = [
  'SAFE-1',
  'OT-1',
  'OT-2',
  'OT-3',
  'OT-4',
  'OT-5',
  'OT-6',
  'OT-7',
  'OT-8',
  'OT-9',
] as const;
export type AlertRule = (typeof alertRules)[number];

/** From most to least urgent: at once; team huddle; soon; in talk. */
export const alertLevels = ['immediate', 'red', 'amber', 'blue'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** How urgent each rule is (source clinical brief 4.10). */
export const levelOfRule: Readonly<Record<AlertRule, AlertLevel>> = {
  'SAFE-1': 'immediate',
  'OT-1': 'amber',
  'OT-2': 'amber',
  'OT-3': 'amber',
  'OT-4': 'blue',
  'OT-5': 'blue',
  'OT-6': 'blue',
  'OT-7': 'amber',
  'OT-8': 'red',
  'OT-9': 'amber',
};
