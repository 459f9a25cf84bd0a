/** Keeps secrets at rest: what lies in the database can be read only with a key that does not. */
export interface Vault {
  /**
   * Encrypts a text for one owner.
   *
   * @param owner whom the text belongs to, e.g. an account key; part of what is authenticated
   */
  seal(text: string, owner: string): Promise<string>;
  /**
   * Decrypts what {@link seal} made for the same owner.
   *
   * @throws SettingsError `encryption-key-unknown` when it was sealed with a key that is not there any more
   * @throws StopError `sealed-text-damaged` when it was changed, or sealed for another owner
   */
  open(sealed: string, owner: string): Promise<string>;
  /** Whether it was sealed with the key that is in use now, and not with an older one. */
  isCurrent(sealed: string): boolean;
}
