/** Known to the factory alone: the room's index does not export it, so nobody else can construct a dispatcher. */
export const factoryKey: unique symbol = Symbol('RequestScopedToolDispatcherFactory');
