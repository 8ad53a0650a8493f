/** An element of a document: what a report is read from. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside it, character data sections included. */
  readonly text: string;
}
