import './dev-reload.ts';
import './listeners.ts';
