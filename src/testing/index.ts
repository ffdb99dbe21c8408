export * from './node-list';
export * from './plan';
