import { startSystem, type StopSystem } from './system.ts';

/** Runs once before all journeys; what it returns runs after them. */
export default function globalSetup(): Promise<StopSystem> {
  return startSystem();
}
