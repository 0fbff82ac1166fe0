import type { ReadinessItem } from './readiness-item.js';
import { partnerItems } from './readiness-partner.js';
import { recoveringItems } from './readiness-recovering.js';
import { systemItems } from './readiness-system.js';

/** All criteria of readiness: recovering person, partner, system (FTD-03, clinical brief 1.4). */
export const readinessItems: readonly ReadinessItem[] = [...recoveringItems, ...partnerItems, ...systemItems];
