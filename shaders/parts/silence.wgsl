// How silence is written down: a spike that never comes.

/// Time of a silent neuron. Infinities cannot be relied on.
const never = 1e30;

/// What fills a list of spikes up to a round number. The bits of `never` are spelled out: naga, the compiler in Firefox, makes no
/// bitcast of a constant.
const silence = vec2<u32>(0u, 0x7149f2cau);
