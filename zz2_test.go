package newsparse
import ("testing";"fmt";"os";"compress/gzip";"io";"github.com/seed-90a94633/newsparse/internal/page";"github.com/seed-90a94633/newsparse/internal/label";"github.com/seed-90a94633/newsparse/internal/decode";"strings")
func TestZZ2(t *testing.T){
 for _,f:=range strings.Fields(os.Getenv("ZZ")) {
  h,err:=os.Open("../shared/corpus/"+f+".html.gz"); if err!=nil {fmt.Println(err);continue}
  z,_:=gzip.NewReader(h); raw,_:=io.ReadAll(z); d,_:=decode.Decode(raw,"")
  r,_:=page.ParseHTML(d.Text); p:=page.FromHTML(r,page.Options{}); l:=label.Apply(p,label.Builtin,nil)
  fmt.Println("==",f,l.First,l.Last,len(p.Blocks))
  s:=assembler{pg:p,labels:l.Labels,first:int32(l.First),last:int32(l.Last),places:newPlaces(p)}
  s.findPictures("")
  for k:=range p.Images { im:=&p.Images[k]; pc:=s.pictures[k]; if int(im.Block)<l.First-25 || int(im.Block)>l.Last+3 {continue}
   u:=im.URL; if len(u)>60 {u="…"+u[len(u)-60:]}
   fmt.Println(im.Block,u,im.Width,im.Height,"story",pc.story,"icon",pc.icon,"copy",pc.copyOf!=k,s.places.path(im.Node)) }
  for i:=max(0,l.First-6);i<min(l.First+4,len(p.Blocks));i++ { fmt.Printf("   %d %d %.60q\n",i,l.Labels[i].Role,p.Blocks[i].Text) }
 }
}
