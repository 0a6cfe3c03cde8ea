export async function inviteFirstSecretariat(): Promise<never> { throw new Error("being written"); }
