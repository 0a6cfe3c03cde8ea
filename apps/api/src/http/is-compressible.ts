import { type Contract, hasBody } from "@avances/contracts";

/**
 * Are long replies of this operation compressed when they are sent, if the caller accepts it? Premade ones have their forms already, files and
 * streams are sent as they are, and a reply with a revision (`If-Match`) is one short answer.
 */
export function isCompressible(contract: Contract): boolean {
  const isFile = contract.contentType !== undefined || contract.fileTypes !== undefined;
  return hasBody(contract) && !contract.premade && !contract.stream && !isFile && !contract.ifMatch;
}
