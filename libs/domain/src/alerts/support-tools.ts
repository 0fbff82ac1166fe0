import { say, type LocalizedText } from '../shared/localized.js';

/** What an episode offers to look at first (ALERT-22). */
export const supportTools = [
  'alliance',
  'motivation',
  'social_support',
  'life_events',
  'safety_rescreen',
  'disclosure_completeness',
] as const;
export type SupportTool = (typeof supportTools)[number];

type ToolWords = Readonly<{ title: LocalizedText; question: LocalizedText }>;

/** For therapists. Short questions to hold beside the scores, never a script for the couple. */
export const supportToolWords: Readonly<Record<SupportTool, ToolWords>> = {
  alliance: {
    title: say('Alliance', 'Alianza'),
    question: say(
      'Do we still agree on goals and on how we work?',
      '¿Seguimos de acuerdo en las metas y en la forma de trabajar?',
    ),
  },
  motivation: {
    title: say('Motivation', 'Motivación'),
    question: say(
      'What makes the next step worth it now, and what stands in its way?',
      '¿Qué hace que el próximo paso valga la pena ahora y qué lo estorba?',
    ),
  },
  social_support: {
    title: say('Social support', 'Apoyo social'),
    question: say(
      'Who else can each person lean on this week?',
      '¿En quién más puede apoyarse cada persona esta semana?',
    ),
  },
  life_events: {
    title: say('Life events', 'Sucesos de la vida'),
    question: say(
      'What changed at work, at home or in health?',
      '¿Qué cambió en el trabajo, en casa o en la salud?',
    ),
  },
  safety_rescreen: {
    title: say('Safety check', 'Revisión de seguridad'),
    question: say(
      'Ask each person alone: is home safe?',
      'Pregunte a cada persona a solas: ¿hay seguridad en casa?',
    ),
  },
  disclosure_completeness: {
    title: say('Completeness of disclosure', 'Integridad de la revelación'),
    question: say(
      'Is there something that has not been told yet?',
      '¿Hay algo que todavía no se ha contado?',
    ),
  },
};
