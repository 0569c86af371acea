// What fills a list of spikes (neuron, time bits) up to a round number: a spike that never comes.

/// The bits of 1e30, spelled out: naga, the compiler in Firefox, makes no bitcast of a constant.
const silence = vec2<u32>(0u, 0x7149f2cau);
