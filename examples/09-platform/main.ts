// The platform without a clash: one app, one namespace, one call to synth that looks at all of them together.
import { App, Chart } from 'cdk8s';
import { platform } from './platform';

const app = new App();
platform(new Chart(app, 'platform', { namespace: 'node-agents' }));
app.synth();
