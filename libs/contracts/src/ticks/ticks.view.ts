/** Days on the couple's calendar from `from` to `today`, oldest first, that the recovering person ticked or planned. */
export class OwnTicksView {
  readonly today!: string;
  readonly from!: string;
  readonly updates!: string[];
  readonly activities!: string[];
  readonly planned!: string[];
}
