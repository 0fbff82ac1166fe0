import { compartments, type Compartment } from '@trellis/domain';
import { notFound } from '../platform/http/app-error.js';

/** The side of an address. @throws AppError not_found. */
export function sideNamed(text: string): Compartment {
  const side = compartments.find((one) => one === text);
  if (side === undefined) throw notFound();
  return side;
}
