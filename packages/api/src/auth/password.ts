// With the first password: a start goes without.
const loadArgon2 = () => import("@node-rs/argon2");

// argon2id with the parameters that OWASP's password storage cheat sheet names first: 19 MiB, 2 passes, 1 lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters of a password. NIST SP 800-63B asks for at least 8; without other rules we ask for more. */
export const passwordLength = { min: 12, max: 200 };

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await loadArgon2();
  return hash(password, options);
}

let unknownUserHash: Promise<string> | undefined;

/** With no hash (no such user) it takes as long as with one, so that time does not tell who has an account. */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  const { verify } = await loadArgon2();
  unknownUserHash ??= hashPassword("no user has this password");
  const matches = await verify(passwordHash ?? (await unknownUserHash), password);
  return matches && passwordHash !== undefined;
}
