using Crm.Bench;
using Crm.Bench.Load;

return args is [LoadProcess.Verb] ? await Loader.Run() : await BenchRun.Start(args);
