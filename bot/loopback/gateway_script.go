package loopback

// A GatewayScript says how the gateway treats one connection. The zero value is the normal course.
type GatewayScript struct {
	RefuseStatus   int             // answer the upgrade with this HTTP status, of 503 or above, instead
	Silent         bool            // accept the websocket and never send anything
	Hello          <-chan struct{} // send Hello only when this is closed; nil sends it at once
	ReconnectFirst bool            // op 7 in place of Hello
	InvalidSession *bool           // op 9 in answer to Identify or Resume; true lets the session be resumed
	CloseWith      int             // this close code in answer to Identify or Resume
	DropOnIdentify bool            // cut the TCP connection on Identify or Resume
	NoAcks         bool            // never acknowledge a heartbeat
}
