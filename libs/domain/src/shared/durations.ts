/** Lengths of elapsed time, in ms. A calendar day may be shorter or longer: `addDays` counts those. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const daysInWeek = 7;
