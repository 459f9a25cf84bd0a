/** One row of Billbee's /enums answers. */
export interface EnumEntry {
  readonly Id: number;
  readonly Name: string;
}
