import { say } from '../shared/localized.js';

/**
 * B9: the days for which a pause in final decisions is suggested. A recommendation: the item asks only that it was
 * talked about; no date is kept, counted or enforced (FTD-27).
 */
export const decisionPause = {
  suggestedDays: { from: 14, to: 30 },
  enforced: false,
  words: say(
    'It can help to leave final decisions for two to four weeks, unless safety asks for one sooner. This is a suggestion. The choice stays yours.',
    'Puede ayudar dejar las decisiones definitivas para dentro de dos a cuatro semanas, salvo que la seguridad pida otra cosa. Es una sugerencia. La decisión sigue siendo suya.',
  ),
} as const;
