import { say, type Language, type LocalizedText } from '../../shared/localized.js';

export type SlipScriptParts = Readonly<{ when: string; category: string; nextSteps: string }>;

/** Words for telling the partner (FTD-67, clinical brief 3/R09). Braces mark what the person fills in. */
export const slipScript: LocalizedText = say(
  'I crossed our boundary on {when}. It was {category}. I am telling you because we agreed to. ' +
    'You do not have to respond now. My next steps are {nextSteps}.',
  'Crucé nuestro límite el {when}. Fue {category}. Se lo digo porque así lo acordamos. ' +
    'No tiene que responder ahora. Mis próximos pasos son {nextSteps}.',
);

/** The system never sends it: the person says it, on their own or with a therapist there (FTD-67). */
export const slipScriptDelivery = { sentBySystem: false, visibleToPartner: false } as const;

const blank = '__';

/** The script with its parts filled in. An empty part stays a blank line to fill. */
export function fillSlipScript(parts: SlipScriptParts, language: Language): string {
  return slipScript[language].replace(/\{(when|category|nextSteps)\}/g, (_, key: keyof SlipScriptParts) => {
    return parts[key].trim() || blank;
  });
}

/** Stands in place of the form when it could involve someone under 18, or a crime (FTD-68). */
export const stopWritingNotice: LocalizedText = say(
  'If this could involve someone under 18 or a crime, stop writing and call your therapist.',
  'Si esto pudiera tratarse de alguien menor de 18 años o de un delito, deje de escribir y llame a su terapeuta.',
);
